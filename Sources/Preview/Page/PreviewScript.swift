/// The script of every page that the preview serves. It waits for the next edition and puts what has
/// changed into the page that is open: the reader's place, open details and selected text stay.
enum PreviewScript {
  static let path = "/.evident/preview.js"
  static let eventsPath = "/.evident/events"

  static let text = """
    (() => {
      'use strict';
      const own = document.currentScript;
      let seen = own.dataset.edition;
      let assets = own.dataset.assets;

      const sheets = page => [...page.querySelectorAll('link[rel~=stylesheet]')]
        .map(link => link.getAttribute('href')).join('\\n');

      // Makes `old` equal to `fresh` and touches nothing that is equal already.
      function patch(old, fresh) {
        if (old.isEqualNode(fresh)) return;
        if (old.nodeType !== 1 || old.nodeName !== fresh.nodeName) {
          old.replaceWith(fresh);
          return;
        }
        for (const {name, value} of [...fresh.attributes]) {
          if (old.getAttribute(name) !== value) old.setAttribute(name, value);
        }
        for (const {name} of [...old.attributes]) {
          const isReaders = name === 'open' && old.nodeName === 'DETAILS';
          if (!fresh.hasAttribute(name) && !isReaders) old.removeAttribute(name);
        }
        const ours = [...old.childNodes], theirs = [...fresh.childNodes];
        let head = 0, tail = 0;
        const shorter = Math.min(ours.length, theirs.length);
        while (head < shorter && ours[head].isEqualNode(theirs[head])) head++;
        while (tail < shorter - head && ours.at(-1 - tail).isEqualNode(theirs.at(-1 - tail))) tail++;
        const gone = ours.slice(head, ours.length - tail);
        const come = theirs.slice(head, theirs.length - tail);
        if (gone.length === come.length) {
          gone.forEach((node, index) => patch(node, come[index]));
          return;
        }
        const next = ours[ours.length - tail] ?? null;
        for (const node of gone) node.remove();
        for (const node of come) old.insertBefore(node, next);
      }

      // What is nearest above the middle of the window and has a name.
      function landmark() {
        if (scrollY === 0) return null;
        let found = null;
        for (const element of document.querySelectorAll('main [id]')) {
          const top = element.getBoundingClientRect().top;
          if (top > innerHeight / 2) break;
          found = {id: element.id, top};
        }
        return found;
      }

      async function show() {
        const answer = await fetch(location.pathname, {cache: 'no-store'});
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (sheets(fresh) !== sheets(document)) return location.reload();
        const place = landmark();
        document.title = fresh.title;
        document.documentElement.lang = fresh.documentElement.lang;
        patch(document.body, fresh.body);
        const element = place && document.getElementById(place.id);
        if (element) scrollBy(0, element.getBoundingClientRect().top - place.top);
      }

      async function follow() {
        document.documentElement.style.overflowAnchor = 'none';
        for (;;) {
          try {
            const answer = await fetch('\(eventsPath)?seen=' + encodeURIComponent(seen));
            const edition = await answer.json();
            if (edition.server !== seen.split('-')[0] || edition.assets !== assets) {
              return location.reload();
            }
            if (edition.name !== seen) {
              seen = edition.name;
              await show();
            }
            document.documentElement.classList.remove('evident-preview-lost');
          } catch {
            // The preview has ended, or the machine has slept: it may come back.
            document.documentElement.classList.add('evident-preview-lost');
            await new Promise(resolve => setTimeout(resolve, 1000));
          }
        }
      }
      if (document.readyState === 'complete') follow();
      else addEventListener('load', follow);
    })();
    """
}
