/// The script of every page that the preview serves. It waits for the next edition and puts what
/// has changed into the page that is open: the reader's place, open details and selected text stay.
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

      const isSame = (old, fresh) => old.isEqualNode(fresh)
        || (old.id && old.id === fresh.id && old.nodeName === fresh.nodeName);

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
          if (!fresh.hasAttribute(name)) old.removeAttribute(name);
        }
        const ours = [...old.childNodes], theirs = [...fresh.childNodes];
        let head = 0, tail = 0;
        const shorter = Math.min(ours.length, theirs.length);
        while (head < shorter && ours[head].isEqualNode(theirs[head])) head++;
        const isEqualAtEnd = () => ours.at(-1 - tail).isEqualNode(theirs.at(-1 - tail));
        while (tail < shorter - head && isEqualAtEnd()) tail++;
        const gone = ours.slice(head, ours.length - tail);
        const come = theirs.slice(head, theirs.length - tail);
        if (gone.length === come.length) gone.forEach((node, index) => patch(node, come[index]));
        else align(old, gone, come, ours[ours.length - tail] ?? null);
      }

      // Children of which some are new and some are gone: what is there in both stays.
      function align(parent, gone, come, end) {
        let at = 0;
        for (const fresh of come) {
          const isSpace = fresh.nodeType !== 1;
          const limit = isSpace ? Math.min(at + 1, gone.length) : gone.length;
          let found = at;
          while (found < limit && !isSame(gone[found], fresh)) found++;
          if (found === limit) {
            parent.insertBefore(fresh, gone[at] ?? end);
            continue;
          }
          while (at < found) gone[at++].remove();
          patch(gone[at++], fresh);
        }
        while (at < gone.length) gone[at++].remove();
      }

      // Details that the reader has opened or closed stay so.
      const written = new WeakMap();
      function noteDetails() {
        for (const details of document.querySelectorAll('details')) {
          if (!written.has(details)) written.set(details, details.open);
        }
      }
      function patchPage(fresh) {
        const read = [...document.querySelectorAll('details')].map(node => [node, node.open]);
        for (const [node] of read) node.open = written.get(node) ?? node.open;
        patch(document.body, fresh.body);
        for (const [node, isOpen] of read) {
          if (!node.isConnected) continue;
          written.set(node, node.open);
          node.open = isOpen;
        }
        noteDetails();
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
        patchPage(fresh);
        const element = place && document.getElementById(place.id);
        if (!element) return;
        const top = element.getBoundingClientRect().top - place.top;
        scrollBy({top, behavior: 'instant'});
      }

      // The button that runs slow blocks leaves the reader where they are.
      addEventListener('submit', event => {
        if (!event.target.matches('.evident-preview-slow')) return;
        event.preventDefault();
        fetch(event.target.action, {method: 'POST', redirect: 'manual'}).catch(() => {});
      });

      async function follow() {
        document.documentElement.style.overflowAnchor = 'none';
        noteDetails();
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
