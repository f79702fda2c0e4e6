/// Every name that a template may use. `TemplateCheck` finds slips of the hand with it, and a test
/// holds the pages to it.
enum PageVocabulary {
  static let names: Set<String> = [
    // Of every page.
    "siteTitle", "siteDescription", "siteAuthor", "root", "language", "pageTitle",
    "pageDescription", "canonical",
    // Of an article.
    "title", "summary", "date", "series", "author", "body", "contents", "discusses",
    "workTitle", "workAuthor", "workDate", "workURL", "source", "hash", "provenance", "name",
    "value", "hasClaims", "claims", "counts", "verdict",
    "symbol", "word", "count",
    // Of the index.
    "articles", "href", "hasArticles", "shelves", "shelf", "books", "heading",
    // Of the ledger and the folklore page.
    "groups", "rows", "id", "claimTitle", "number", "note", "anchor", "order", "weakest",
    "slackOrder",
    "matrix", "columns", "lines", "cells", "chance", "checks", "reason", "evidence", "sentence",
    "coverage", "subject", "margins", "part",
    "sayings", "said", "witnesses", "rescue",
  ]
}
