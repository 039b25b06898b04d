extension HTMLReport {
  /// The filters; the page says everything without them.
  ///
  /// Neither `<` nor `&` stands in it, so that the page is XML as well.
  static let script = """

    'use strict';
    const tools = document.getElementById('tools');
    if (tools) {
      const status = tools.querySelector('[role=status]');
      const search = tools.querySelector('input');
      const buttons = Array.from(tools.querySelectorAll('[data-show]'));
      const items = Array.from(document.querySelectorAll('article[data-verdict]'), card => ({
        card, row: document.getElementById(card.id.replace('invoice', 'row')), words: null
      }));
      let verdict = '';
      const apply = () => {
        const wanted = search.value.toLowerCase().split(' ').filter(word => word !== '');
        let count = 0;
        for (const item of items) {
          if (item.words === null) item.words = item.card.textContent.toLowerCase();
          const isOther = verdict !== '' ? item.card.dataset.verdict !== verdict : false;
          const isHidden = isOther ? true : !wanted.every(word => item.words.includes(word));
          item.card.hidden = isHidden;
          if (item.row) item.row.hidden = isHidden;
          if (!isHidden) count += 1;
        }
        status.textContent = status.dataset.words + count + ' / ' + items.length;
      };
      for (const button of buttons) {
        button.addEventListener('click', () => {
          verdict = button.dataset.show;
          for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
          apply();
        });
      }
      tools.querySelector('[data-open]').addEventListener('click', () => {
        const lists = Array.from(document.querySelectorAll('article:not([hidden]) details'));
        const isAnyClosed = lists.some(list => !list.open);
        for (const list of lists) list.open = isAnyClosed;
      });
      let waiting = 0;
      search.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = setTimeout(apply, 150);
      });
      tools.hidden = false;
      apply();
    }

    """
}
