/** How the page looks, on screen and printed. */
export const style = `
:root {
  --ink: #1d2733; --soft: #5a6675; --line: #dde2e8; --ground: #f4f6f8; --paper: #fff; --accent: #1f4f82; --accent-soft: #e6eef7;
  --good: #1d6b3f; --good-soft: #e2f1e7; --doubt: #7d5600; --doubt-soft: #fbf0d6; --bad: #a3281c; --bad-soft: #fbe4e1;
  --quote: #ffd34d; --sentence: #fff3c4;
  --sans: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", sans-serif;
  --serif: "Source Han Serif SC", "Noto Serif CJK SC", "SimSun", "Songti SC", "WenQuanYi Zen Hei", serif;
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 14px/1.6 var(--sans); }
body { margin: 0; font-variant-numeric: tabular-nums; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
h1 { font-size: 22px; line-height: 1.35; margin: 0 0 14px; }
h2 { font-size: 16px; margin: 0 0 10px; }
h3 { font-size: 14px; margin: 14px 0 6px; }
p { margin: 0; }
small { display: block; color: var(--soft); font-size: 12px; font-weight: normal; line-height: 1.4; }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
main:focus, .panel:focus { outline: none; }
.starting, noscript { display: block; padding: 48px; text-align: center; color: var(--soft); }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 12px; top: 8px; z-index: 9; background: var(--paper); padding: 4px 12px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

.top { position: sticky; top: 0; z-index: 5; display: flex; align-items: stretch; gap: 32px; padding: 0 max(28px, calc((100% - 1664px) / 2)); background: var(--paper); border-bottom: 1px solid var(--line); }
.top .name { display: flex; align-items: baseline; gap: 10px; padding: 12px 0; white-space: nowrap; max-width: 34ch; }
.top .name strong { font-size: 18px; letter-spacing: 2px; color: var(--accent); }
.top .name span { color: var(--soft); overflow: hidden; text-overflow: ellipsis; }
.top nav { display: flex; gap: 4px; flex-wrap: wrap; }
.top nav a { display: flex; align-items: center; padding: 0 14px; color: var(--ink); border-bottom: 3px solid transparent; border-top: 3px solid transparent; }
.top nav a:hover { background: var(--ground); text-decoration: none; }
.top nav a[aria-current] { color: var(--accent); font-weight: bold; border-bottom-color: var(--accent); }
main { max-width: 1720px; margin: 0 auto; padding: 24px 28px 64px; }
section { margin-bottom: 28px; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 28px; }
.label { color: var(--soft); font-size: 12px; }
.legend, .source, .count, .crumbs { color: var(--soft); font-size: 12px; }
.legend { margin: 8px 0 16px; }
.crumbs { margin-bottom: 6px; overflow-wrap: anywhere; }
.empty { padding: 24px; color: var(--soft); background: var(--paper); border: 1px dashed var(--line); border-radius: 6px; }

.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 12px; margin-bottom: 28px; }
.card { display: block; padding: 14px 16px; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; color: var(--ink); }
a.card:hover { border-color: var(--accent); text-decoration: none; }
.card strong { display: block; font-size: 28px; line-height: 1.25; font-weight: 600; }
.card span { display: block; }
.card .detail { color: var(--soft); font-size: 12px; }

.scroll { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
.scroll:has(> .empty) { border: 0; }
.scroll.tall { overflow: auto; max-height: calc(100vh - 230px); flex: 1; }
.grid { width: 100%; border-collapse: separate; border-spacing: 0; }
.grid th, .grid td { padding: 8px 12px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
.grid tbody tr:last-child > * { border-bottom: 0; }
.grid thead th { position: sticky; top: 0; z-index: 2; background: #f9fafb; color: var(--soft); font-size: 12px; font-weight: 600; white-space: nowrap; }
.grid tbody th { font-weight: 600; white-space: nowrap; }
.grid .number { text-align: right; white-space: nowrap; }
.grid.rows td { max-width: 340px; overflow-wrap: anywhere; }
.grid .tight { white-space: nowrap; }
.grid .wide { min-width: 200px; }
.plain-list { list-style: none; margin: 6px 0; padding: 0; }
.grid.rows .row { cursor: pointer; }
.grid.rows .row:hover td { background: #f7f9fc; }
.grid .opener { width: 30px; padding-right: 0; }
button.opener { border: 0; background: none; padding: 0 4px; color: var(--soft); cursor: pointer; transition: transform .12s; }
button.opener[aria-expanded="true"] { transform: rotate(90deg); }
.behind > td { background: #f7f9fc; padding: 14px 20px 18px 42px; max-width: none; white-space: normal !important; }
.path { overflow-wrap: anywhere; }
.outside { color: #3c4856; }

.chip, .role { display: inline-block; padding: 0 8px; border-radius: 10px; font-size: 12px; line-height: 20px; white-space: nowrap; background: #eceff3; color: #465261; }
.role { border-radius: 3px; padding: 0 6px; background: var(--accent-soft); color: var(--accent); }
.role.target { background: #efe8f6; color: #5b3a85; }
.role.reference, .role.share, .role.rank { background: #eceff3; color: #465261; }
.role.change { background: #e3f0f1; color: #17616a; }
.good { background: var(--good-soft); color: var(--good); }
.doubt { background: var(--doubt-soft); color: var(--doubt); }
.bad { background: var(--bad-soft); color: var(--bad); }
a.plain:hover .chip { text-decoration: underline; }
.missing { color: var(--bad); font-size: 13px; }
.late { color: var(--bad); }
.attained { font-size: 12px; white-space: nowrap; }
.attained.met { color: var(--good); } .attained.unmet { color: var(--bad); } .attained.unknown { color: var(--doubt); }
.list, .found { list-style: none; margin: 0; padding: 0; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
.list li { padding: 10px 16px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.list li:last-child, .found li:last-child { border-bottom: 0; }

.filters { display: flex; flex-wrap: wrap; gap: 10px 16px; align-items: end; margin-bottom: 12px; }
.filters label { display: flex; flex-direction: column; gap: 2px; }
.filters input, .filters select { height: 34px; padding: 0 10px; background: var(--paper); border: 1px solid #c3ccd6; border-radius: 4px; max-width: 240px; }
.filters .search input { width: 260px; max-width: none; }
.choice { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; margin-right: 16px; }
.choice .label { margin-right: 6px; }
.choice a { padding: 3px 12px; border-radius: 4px; border: 1px solid var(--line); background: var(--paper); color: var(--ink); }
.choice a:hover { border-color: var(--accent); text-decoration: none; }
.choice a[aria-current] { background: var(--accent); border-color: var(--accent); color: #fff; }
.count { margin-bottom: 6px; }
.pager { display: flex; gap: 8px; align-items: center; justify-content: center; margin-top: 14px; }
.pager button, .close { padding: 4px 12px; border: 1px solid #c3ccd6; border-radius: 4px; background: var(--paper); cursor: pointer; }
.pager button:disabled { color: #a8b1bc; cursor: default; }

.with-panel { display: flex; gap: 20px; align-items: flex-start; margin-bottom: 14px; }
.matrix tbody th { position: sticky; left: 0; z-index: 1; background: var(--paper); min-width: 124px; max-width: 280px; white-space: normal; font-weight: normal; }
.matrix thead th:first-child { left: 0; z-index: 3; }
.matrix .group th { background: #f9fafb; color: var(--soft); font-size: 12px; font-weight: 600; padding: 5px 12px; }
.matrix td { padding: 4px; white-space: nowrap; }
.matrix .target { padding: 8px 12px; color: var(--soft); }
.matrix .none { padding: 8px 12px; color: #6c7784; }
button.figure { display: flex; flex-wrap: wrap; align-items: center; gap: 0 8px; width: 100%; min-height: 34px; padding: 3px 8px; border: 1px solid transparent; border-radius: 4px; background: none; text-align: left; cursor: pointer; }
button.figure:hover, button.figure.opened-here { border-color: var(--accent); }
button.figure.unmet { background: var(--bad-soft); }
.figures { font-weight: 600; }
.spark, .plot { display: block; }
.spark { margin-left: auto; }
.trend { stroke: var(--accent); stroke-width: 1.5; }
.dot { fill: var(--accent); }
.target-line { stroke: #8b95a1; stroke-width: 1; stroke-dasharray: 3 3; }
.plot { width: 100%; margin: 8px 0; background: #f9fafb; border-radius: 4px; }
.plot text { font-size: 12px; fill: var(--soft); }
.plot .figure { fill: var(--ink); font-weight: 600; }
.scores-plot text { font-size: 12px; }
.scores-plot .axis, .scores-plot .band-name { fill: var(--soft); }
.scores-plot .over { stroke: #f7f9fb; stroke-width: 4; stroke-linejoin: round; paint-order: stroke; fill: var(--ink); }
.scores-plot .row-name { fill: var(--accent); }
.grade-band { fill: #eef1f5; } .grade-band.other { fill: #f7f9fb; }
.series { stroke-width: 2; } .scores-plot .end { font-weight: 600; }
.scores-plot .series-0 { stroke: #1f5fa8; fill: #1f5fa8; } .scores-plot .series-1 { stroke: #b83227; fill: #b83227; } .scores-plot .series-2 { stroke: #1d7a46; fill: #1d7a46; }
.scores-plot .series-3 { stroke: #7d4a96; fill: #7d4a96; } .scores-plot .series-4 { stroke: #a86400; fill: #a86400; } .scores-plot .series-5 { stroke: #157a86; fill: #157a86; }
.scores-plot .series-6 { stroke: #5a6675; fill: #5a6675; } .scores-plot .series-7 { stroke: #b03a76; fill: #b03a76; } .scores-plot .series-8 { stroke: #6b7a1e; fill: #6b7a1e; } .scores-plot .series-9 { stroke: #3b3b98; fill: #3b3b98; }
.scores-plot text.end { stroke: none; }
.range { fill: #b9cfe8; } .at { fill: var(--accent); }
.plots figure { margin: 0 0 16px; padding: 12px 16px; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
.plots figcaption { font-weight: 600; }
.plots .plot { background: none; margin-bottom: 0; }
.panel { position: sticky; top: 76px; flex: 0 0 420px; max-height: calc(100vh - 100px); overflow: auto; padding: 18px 20px; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; box-shadow: 0 4px 18px rgb(29 39 51 / 9%); }
.panel[hidden] { display: none; }
.close { float: right; padding: 0 9px; font-size: 16px; }
.reading { margin-top: 12px; }

.evidence { margin: 6px 0 10px; }
blockquote { margin: 0; padding: 6px 12px; border-left: 3px solid var(--quote); background: #fcfbf6; font-family: var(--serif); font-size: 15px; line-height: 1.75; overflow-wrap: anywhere; }
mark { color: inherit; background: var(--quote); border-radius: 2px; padding: 0 1px; }
.source a { white-space: nowrap; }
.facts { display: flex; flex-wrap: wrap; gap: 2px 8px; margin: 0; font-size: 12px; }
.facts dt { color: var(--soft); } .facts dd { margin: 0 14px 0 0; }
mark.is-changed { background: #ffe0b2; box-shadow: inset 0 -2px 0 #d98a1f; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 0 20px; }
.sides blockquote { white-space: pre-line; }
.feedback { margin-bottom: 8px; }
.feedback .label { margin-right: 8px; }
.criteria { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 24px; }
@media (min-width: 1500px) { .criteria { grid-template-columns: repeat(4, minmax(0, 1fr)); } }
.criteria section { margin-bottom: 10px; }
button.verdict { border: 1px solid transparent; border-radius: 12px; padding: 1px; background: none; cursor: pointer; }
button.verdict:hover { border-color: var(--accent); }
.opened { position: relative; margin-top: 12px; padding: 14px 18px; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
.opened[hidden] { display: none; }
.section > .missing-words, .section > .reading { margin-top: 8px; margin-bottom: 8px; }
.missing-words { color: var(--bad); font-size: 13px; }

.record { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; margin-bottom: 14px; color: var(--soft); }
.note { padding: 10px 16px; margin-bottom: 14px; background: var(--doubt-soft); border-radius: 6px; color: #5c4100; }
.reader { display: grid; grid-template-columns: minmax(0, 1fr) 400px; gap: 24px; align-items: start; }
.key { display: flex; gap: 16px; margin-bottom: 8px; }
.key span::before { content: ""; display: inline-block; width: 12px; height: 12px; margin-right: 5px; border-radius: 2px; vertical-align: -1px; background: var(--accent-soft); box-shadow: inset 0 -2px 0 #9dbde0; }
.key .is-structural::before { background: none; box-shadow: inset 0 -2px 0 #b9c3cd; }
.key .is-unexplained::before { background: var(--bad-soft); box-shadow: inset 0 -2px 0 #dd9088; }
.key .is-quote::before { background: var(--quote); box-shadow: none; }
.paper { padding: 40px 56px; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; font: 16px/1.9 var(--serif); overflow-wrap: anywhere; }
.paper h2.title { text-align: center; font-size: 22px; margin: 0 0 20px; }
.paper h2, .paper h3, .paper h4, .paper h5 { font-family: var(--sans); margin: 18px 0 6px; }
.paper h3 { font-size: 17px; } .paper h4 { font-size: 16px; } .paper h5 { font-size: 15px; }
.paper p { text-indent: 2em; white-space: pre-line; }
.paper p.caption { text-indent: 0; text-align: center; font: 600 14px/1.6 var(--sans); margin-top: 14px; }
.paper .scroll { border: 0; margin: 8px 0 16px; }
.in-text { border-collapse: collapse; margin: 0 auto; font: 14px/1.5 var(--sans); }
.in-text th, .in-text td { border: 1px solid #b9c2cd; padding: 4px 10px; text-align: center; white-space: pre-line; }
.in-text th { background: #f2f5f8; }
.paper .page-break { margin: 18px 0; border-top: 1px dashed #c3ccd6; color: #6c7784; font: 12px/1 var(--sans); text-align: right; padding-top: 4px; }
.apart { margin-top: 28px; padding-top: 10px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13px; }
.apart p { text-indent: 0; } .apart .label { margin-right: 10px; font-family: var(--sans); }
.paper mark { background: none; padding: 0; }
.paper mark.is-value { background: var(--accent-soft); box-shadow: inset 0 -2px 0 #9dbde0; }
.paper mark.is-structural { background: none; box-shadow: inset 0 -1px 0 #b9c3cd; }
.paper mark.is-unexplained { background: var(--bad-soft); box-shadow: inset 0 -2px 0 #dd9088; }
.paper mark.is-sentence { background: var(--sentence); }
.paper mark.is-quote { background: var(--quote); box-shadow: inset 0 -2px 0 #c79500; font-weight: bold; }
.side { position: sticky; top: 76px; max-height: calc(100vh - 96px); overflow: auto; }
.section { margin-bottom: 12px; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
.section > summary { padding: 9px 16px; font-weight: 600; cursor: pointer; }
.section > :not(summary) { margin-left: 16px; margin-right: 16px; }
.section > .list, .section > .found { margin: 0; border: 0; border-top: 1px solid var(--line); border-radius: 0; }
.tally { color: var(--soft); font-weight: normal; }
.side .criteria { grid-template-columns: 1fr; }
.found li { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: baseline; padding: 6px 16px; border-bottom: 1px solid var(--line); font-size: 13px; overflow-wrap: anywhere; }

@media (max-width: 1100px) { .reader, .columns { grid-template-columns: 1fr; } .side, .panel { position: static; max-height: none; flex: none; } .with-panel { flex-direction: column; align-items: stretch; } .scroll.tall { flex: none; }
  .grid.rows td:not(.tight, .number, .opener) { min-width: 12em; } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@page { margin: 12mm; }
@media print {
  html { background: #fff; font-size: 11px; }
  .top, .filters, .pager, .side, .skip, .close, button.opener, .opener { display: none !important; }
  main { padding: 0; max-width: none; }
  .scroll, .scroll.tall { overflow: visible; max-height: none; border: 0; }
  .grid thead th, .matrix tbody th { position: static; } .grid tbody tr > * { border-bottom: 1px solid var(--line) !important; }
  .reader { grid-template-columns: 1fr; } .paper { border: 0; padding: 0; }
  tr, .card, blockquote { break-inside: avoid; }
  .chip, mark, button.figure, .in-text th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
