// The few lines of JavaScript around KaTeX. They make it strict (KaTeX itself answers forbidden
// commands with red text and success), keep formulas from changing each other, and say where an
// error is in the formula, or that it is in a macro.

enum KaTeXProgram {
  /// A colour that nobody writes: where KaTeX uses it, it has swallowed an error.
  static let errorColor = "#fe01d3"

  /// A function of the formula, "display" or "inline", and the macros as JSON. Its answer is
  /// `+html`, or `-position|where|message`, where position is a UTF-16 offset or empty, and where
  /// is `formula` or `macro`.
  static let typesetFunction = """
    (function () {
      const errorColor = '\(errorColor)';
      const options = {
        throwOnError: true, errorColor: errorColor, strict: 'ignore', output: 'htmlAndMathml',
        maxExpand: 10000, maxSize: 100,
        trust: c => { throw new katex.ParseError('forbidden ' + c.command); },
      };
      // The excerpt that KaTeX quotes in a message comes from the text it was reading: the formula
      // or the body of a macro. They are told apart by looking for it in the formula.
      const quoted = / at (?:position \\d+|end of input): ([^]*)$/;
      function isInFormula(tex, position, message) {
        const match = quoted.exec(message);
        if (!match) return false;
        let excerpt = match[1].replace(/\\u0332/g, '');
        const plain = tex.replace(/\\u0332/g, '');
        const from = Math.max(0, position - 15);
        if (position > 15) excerpt = excerpt.replace(/^…/, '');
        const cut = excerpt.endsWith('…') && !plain.startsWith(excerpt, from);
        if (cut) return plain.startsWith(excerpt.slice(0, -1), from);
        return plain.startsWith(excerpt, from);
      }
      function sentence(message) {
        return message.replace(/^KaTeX parse error: /, '').replace(quoted, '');
      }
      return function (tex, mode, macros) {
        try {
          const own = JSON.parse(macros);  // a copy for each formula: \\gdef must not leak
          const html = katex.renderToString(
            tex, Object.assign({ displayMode: mode === 'display', macros: own }, options));
          if (html.includes(errorColor)) return '-|formula|something that is not supported';
          return '+' + html;
        } catch (error) {
          if (error instanceof RangeError) return '-|formula|the formula is nested too deeply';
          const message = String(error.message);
          const position = error.position;
          if (position === undefined) return '-|formula|' + sentence(message);
          if (!isInFormula(tex, position, message)) return '-|macro|' + sentence(message);
          return '-' + position + '|formula|' + sentence(message);
        }
      };
    })()
    """
}
