extension HTMLReport {
  /// How the page looks, on screens and on paper. Text on its ground has a contrast of 4.5 at least (WCAG 2.2, 1.4.3).
  static let style = screen + paper

  private static let screen = """

    :root { --red: #a8201a; --amber: #7d5200; --green: #17653a; --grey: #5a626b; --line: #d5dadf; --ink: #1b2126; }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
    body { margin: 0; background: #f2f4f6; color: var(--ink); }
    main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1, h2, h3, h4, p, ul, dl, figure { margin: 0; padding: 0; }
    h2 { font-size: 1.25rem; margin: 2rem 0 .75rem; }
    ul { list-style: none; }
    p, li, td, th, dd, h3 span, figcaption, code { unicode-bidi: isolate; overflow-wrap: anywhere; }
    code, .name { font: .8125rem/1.4 ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; }
    a { color: #0b57a4; }
    :focus-visible { outline: 3px solid #0b57a4; outline-offset: 2px; }

    .top, .invoice, section, .overview { background: #fff; border: 1px solid var(--line); border-radius: .5rem; }
    .top { padding: 1.5rem 1.75rem; border-top: .5rem solid var(--grey); }
    .top.failed { border-top-color: var(--red); }
    .top.indeterminate { border-top-color: #d08a00; }
    .top.passed { border-top-color: var(--green); }
    .product { color: var(--grey); font-size: .875rem; letter-spacing: .04em; }
    h1 { font-size: 1.75rem; line-height: 1.25; margin-bottom: .75rem; }
    .verdict { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; font-size: 1.125rem; }
    .badge { display: inline-block; padding: .05em .6em .1em; border-radius: 1em; color: #fff; font-weight: 700;
      white-space: nowrap; }
    .badge.failed { background: var(--red); }
    .badge.indeterminate { background: var(--amber); }
    .badge.passed { background: var(--green); }
    .tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0 .25rem; }
    .tiles li { flex: 1 1 9rem; padding: .5rem 1rem .6rem; border-left: .35rem solid var(--line); background: #f6f8f9; }
    .tiles strong { display: block; font-size: 1.75rem; line-height: 1.2; }
    .tiles .failed { border-color: var(--red); color: var(--red); }
    .tiles .indeterminate { border-color: #d08a00; color: var(--amber); }
    .tiles .passed { border-color: var(--green); color: var(--green); }
    .tiles .zero { color: var(--grey); }
    .counts { display: flex; flex-wrap: wrap; gap: .15rem 1.5rem; margin-top: .75rem; color: var(--grey); }
    .counts strong { color: var(--ink); }
    .counts .trouble, .counts .trouble strong { color: var(--amber); font-weight: 700; }

    section { padding: 1rem 1.75rem 1.25rem; margin-top: 1.5rem; }
    section h2 { margin: 0 0 .5rem; }
    section li { list-style: disc; margin-left: 1.25rem; }
    .loose div { padding-left: .75rem; border-left: .25rem solid var(--line); }
    .loose div + div { margin-top: .9rem; }
    .loose .unread { border-color: #d08a00; }
    .loose h3 { font-size: 1rem; }
    .loose p { color: var(--grey); }
    section li + li { margin-top: .15rem; }
    .codes code { word-break: break-all; }

    .tools { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem;
      align-items: center; margin-top: 1.5rem; padding: .75rem 0; background: #f2f4f6; }
    .verdicts { display: flex; flex-wrap: wrap; gap: .375rem; }
    button, input { font: inherit; min-height: 2.25rem; border: 1px solid #7b848d; border-radius: .375rem;
      background: #fff; color: inherit; padding: .2rem .8rem; }
    button { cursor: pointer; }
    button[aria-pressed=true] { background: var(--ink); border-color: var(--ink); color: #fff; }
    .tools p { color: var(--grey); }

    table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; }
    tr + tr > *, thead + tbody > tr > * { border-top: 1px solid #e6e9ec; }
    .wide { overflow-x: auto; }
    .overview { border-collapse: separate; border-spacing: 0; }
    .overview th, .overview td { padding: .5rem .75rem; }
    .overview th { color: var(--grey); font-weight: 600; }
    .overview .short, .overview th { white-space: nowrap; overflow-wrap: normal; }
    .overview td:nth-last-child(2) { width: 26%; }
    .overview td:last-child { width: 40%; }

    .invoice { display: flex; gap: 1.75rem; margin-top: 1.25rem; padding: 1.25rem 1.75rem 1.5rem;
      border-left: .5rem solid var(--line); }
    .invoice { content-visibility: auto; contain-intrinsic-size: auto 36rem; scroll-margin-top: 5rem; }
    .invoice.failed { border-left-color: var(--red); }
    .invoice.indeterminate { border-left-color: #d08a00; }
    .invoice.passed { border-left-color: var(--green); }
    .findings { flex: 1 1 0; min-width: 0; }
    h3 { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; font-size: 1.125rem; }
    h3 .badge { font-size: .9375rem; }
    .lead { color: var(--grey); margin-top: .25rem; }
    .reasons { margin-top: .75rem; padding: .6rem 1rem .7rem; border-radius: .375rem; }
    .reasons li + li { margin-top: .4rem; }
    .failed .reasons { background: #fbeceb; color: #7a1511; }
    .indeterminate .reasons { background: #fdf3dd; color: #5c3c00; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin-top: .9rem; font-size: .9375rem; }
    dt { color: var(--grey); }
    dd { margin: 0; }
    .open { margin-top: .9rem; padding-top: .7rem; border-top: 1px solid #e6e9ec; font-size: .9375rem; }
    h4 { font-size: .9375rem; margin-bottom: .25rem; }
    .open li + li { margin-top: .3rem; }
    details { margin-top: .9rem; }
    summary { cursor: pointer; font-weight: 600; font-size: .9375rem; }
    .checks table { margin-top: .5rem; }
    .checks .outcome { white-space: nowrap; font-weight: 600; color: var(--green); }
    .checks .failed .outcome { color: var(--red); }
    .checks .undecided .outcome, .checks .remark .outcome { color: var(--amber); }
    .checks .not-run .outcome { color: var(--grey); font-weight: 400; }
    .checks th, .meanings td:first-child { font-weight: 400; width: 32%; }
    .name { display: block; color: var(--grey); font-size: .75rem; }

    .pages { flex: 0 0 15rem; align-self: flex-start; position: sticky; top: 4.5rem; }
    figure + figure { margin-top: 1rem; }
    .gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: 1rem; }
    .gallery figure { margin: 0; }
    svg { display: block; width: 100%; height: auto; max-height: 40rem; outline: 1px solid #aab2b9; }
    figcaption { margin-top: .35rem; font-size: .8125rem; line-height: 1.35; color: var(--grey); }
    .source { display: block; font-style: italic; }
    .paper { fill: #fff; }
    .mark .frame { fill: none; stroke-width: 9; stroke: #0b57a4; }
    .mark .label { fill: #0b57a4; }
    .mark text { fill: #fff; font-size: 40px; font-weight: 700; text-anchor: middle; }
    .mark.kod2 .frame { stroke: #6a2c91; }
    .mark.kod2 .label { fill: #6a2c91; }
    .mark.malformed .frame { stroke: #a8201a; }
    .mark.malformed .label { fill: #a8201a; }
    .mark.foreign .frame { stroke: #5a626b; stroke-dasharray: 20 12; }
    .mark.foreign .label { fill: #5a626b; }
    .mark.unreadable .frame { stroke: #7d5200; stroke-dasharray: 8 10; }
    .mark.unreadable .label { fill: #7d5200; }
    .mark.other .frame { stroke-width: 6; stroke-dasharray: 6 10; }
    @media (max-width: 46rem) {
      .invoice { flex-direction: column; padding: 1rem; }
      .pages { flex-basis: auto; max-width: 20rem; position: static; }
      .checks th { width: auto; }
    }

    """

  private static let paper = """
    @page { size: A4; margin: 14mm; }
    @media print {
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      html { font-size: 11px; }
      body { background: none; }
      main { max-width: none; padding: 0; }
      .tools { display: none; }
      a { color: inherit; text-decoration: none; }
      .top, .invoice, section, .overview { border-radius: 0; }
      .badge { border: 1px solid #000; }
      .invoice { content-visibility: visible; break-inside: avoid; }
      .top, tr, li, figure, h2, h3 { break-inside: avoid; }
      h2, h3, h4 { break-after: avoid; }
      .pages { flex-basis: 15rem; position: static; }
      .wide { overflow: visible; }
      thead { display: table-header-group; }
    }

    """
}
