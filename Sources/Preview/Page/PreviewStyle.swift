/// How the preview's own panel looks: apart from the page, in light and dark.
enum PreviewStyle {
  static let path = "/.evident/preview.css"

  static let text = """
    .evident-preview { --ink: #24292f; --paper: #fff8e6; --line: #d4a72c; --wrong: #b42318;
      color: var(--ink); background: var(--paper); border-bottom: 2px solid var(--line);
      font: 0.875rem/1.5 system-ui, sans-serif; padding: 0.75rem 1rem; text-align: left; }
    .evident-preview > * { max-width: 60rem; margin: 0.25rem auto; }
    .evident-preview ol { padding: 0; list-style: none; }
    .evident-preview li { margin: 0.5rem 0; padding-left: 0.75rem;
      border-left: 3px solid var(--line); }
    .evident-preview li.error { border-color: var(--wrong); }
    .evident-preview p { margin: 0; }
    .evident-preview strong { color: var(--wrong); }
    .evident-preview pre, .evident-preview code { font: 0.8125rem/1.5 ui-monospace, monospace; }
    .evident-preview pre { margin: 0.25rem 0; overflow-x: auto; background: none; border: 0;
      padding: 0; color: inherit; }
    .evident-preview a { color: inherit; }
    .evident-preview button { padding: 0 0.75rem; border: 1px solid var(--line); border-radius: 1rem;
      color: inherit; background: none; font: inherit; cursor: pointer; }
    .evident-preview-badge { position: fixed; right: 1rem; bottom: 1rem; z-index: 1000;
      padding: 0.25rem 0.75rem; border-radius: 1rem; color: #fff; background: #57606a;
      font: 0.8125rem/1.5 system-ui, sans-serif; text-decoration: none;
      box-shadow: 0 1px 4px rgb(0 0 0 / 30%); }
    .evident-preview-badge--wrong { background: #b42318; }
    .evident-preview-badge--running { background: #0550ae; }
    .evident-preview-lost .evident-preview-badge { background: #57606a; }
    .evident-preview-lost .evident-preview-badge::after { content: " · the preview has ended"; }
    @media (prefers-color-scheme: dark) {
      .evident-preview { --ink: #e6e1d3; --paper: #2b2410; --line: #9e7b16; --wrong: #ff8a7a; }
    }
    @media print { .evident-preview, .evident-preview-badge { display: none; } }
    """
}
