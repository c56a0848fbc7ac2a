/// The page's style sheet: the tokens, sizes and spaces of the report's design.
///
/// No rule depends on a `style` attribute, so the content-security policy names this text by its hash and allows no other.
package enum Style {
  package static let sheet = tokens + text + head + tables + flows + parts + narrow + print

  private static let tokens = """
    :root{--paper:#fbfaf7;--ink:#1b1f24;--ink2:#555c64;--rule:#dcd8cf;--track:#ece9e2;--mid:#83888a;
    --don:#1f5f8b;--dont:#b5cfe0;--rec:#b04a12;--rect:#c47a4c;--recl:#f1dccb;
    --flow:#cdc9c0;--fbond:#8fb5d0;--t1:#eef3f7;--t2:#d9e6ef;--t3:#b5cfe0;--t4:#3f7ba4;--t5:#1f5f8b;--ton:#fff;--hit:#f1eee6;
    --sans:"Noto Sans","Segoe UI",system-ui,-apple-system,"Helvetica Neue","PingFang SC","Microsoft YaHei",\
    "Noto Sans CJK SC","Source Han Sans SC",sans-serif;
    --serif:"Noto Serif",Georgia,"Times New Roman","Songti SC","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif}
    @media screen and (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#ebe8e2;--ink2:#a8aeb5;
    --rule:#343a41;--track:#262b31;--mid:#7d838a;--don:#74b3de;--dont:#2f5068;--rec:#ee9a66;--rect:#a0623b;
    --recl:#4d3323;--flow:#4a4f55;--fbond:#3f6f92;\
    --t1:#1b242c;--t2:#1f303d;--t3:#284559;--t4:#5f9fca;--t5:#86c0e8;--ton:#0e1318;--hit:#1e242a}}

    """

  private static let text = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 var(--sans);\
    font-variant-numeric:lining-nums tabular-nums}
    html[lang|=en] [lang|=zh]:not(.keep),html[lang|=zh] [lang|=en]:not(.keep){display:none}
    html[lang|=zh] body{line-height:1.65}
    .page{max-width:988px;margin:0 auto;padding:20px 24px 64px}
    .skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--paper);padding:8px}
    a{color:inherit;text-decoration-color:var(--mid);text-underline-offset:3px}
    :focus-visible{outline:2px solid var(--don);outline-offset:2px}
    h1,h2,h3{font-family:var(--serif);font-weight:600;text-wrap:balance;margin:0;overflow-wrap:anywhere}
    h1{font-size:42px;line-height:1.15;letter-spacing:-.01em;margin:6px 0 14px}
    html[lang|=zh] h1{letter-spacing:.02em}
    h2{font-size:25px;line-height:1.25}h3{font-size:18px;line-height:1.35;margin-top:32px}
    .h4{font:600 12.5px/1.4 var(--sans);color:var(--ink2);margin:14px 0 4px}
    .kick{font-size:12.5px;font-weight:600;color:var(--ink2);margin:0;letter-spacing:.02em}
    .sub{font-size:14px;color:var(--ink2);max-width:54em;margin:6px 0 0;text-wrap:pretty}
    .meta,.note,footer{font-size:12.5px;color:var(--ink2)}.meta{margin:0}.note{max-width:62em;margin:10px 0 0}
    .cd{color:var(--don)}.cr{color:var(--rec)}.dim{color:var(--ink2)}.nw{white-space:nowrap}
    sup{font-size:.72em;line-height:0;color:var(--ink2);margin-left:1px}
    code{font:12.5px/1.4 ui-monospace,"DejaVu Sans Mono",Consolas,"Noto Sans Mono CJK SC",monospace;\
    overflow-wrap:anywhere}
    .don{fill:var(--don)}.rec{fill:var(--rec)}.dont{fill:var(--dont)}.mid{fill:var(--mid)}
    .ink{fill:var(--ink2)}.trk{fill:var(--track)}.tick{fill:var(--ink)}.ruleb{fill:var(--mid)}.btrk{fill:var(--recl)}

    """

  private static let head = """
    .bar1{display:flex;justify-content:space-between;align-items:center;border-top:3px solid var(--ink);padding-top:10px}
    .sw{display:flex;border:1px solid var(--rule);border-radius:4px;overflow:hidden}
    .sw button{font:13px var(--sans);padding:5px 12px;min-height:30px;border:0;background:none;color:var(--ink2);\
    cursor:pointer;white-space:nowrap}
    .sw button[aria-pressed=true]{background:var(--ink);color:var(--paper)}
    .lead{font:20px/1.5 var(--serif);max-width:43em;text-wrap:pretty}html[lang|=zh] .lead{line-height:1.65}
    .lead p{margin:0 0 .35em}.lead b{font-weight:600}
    .kf{display:grid;grid-template-columns:repeat(6,1fr);gap:0 20px;margin:24px 0 10px;\
    border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);padding:14px 0}
    .kf div{display:flex;flex-direction:column;min-width:0;overflow-wrap:anywhere}.kf dd{margin:0}
    .kf .v{font:600 30px/1.1 var(--sans);letter-spacing:-.02em}
    .kf .v i{font:400 12px/1.2 var(--sans);letter-spacing:0;color:var(--ink2);margin-left:5px;display:inline-block;max-width:100%}
    .kf dt{font-size:13px;margin-top:5px}.kf .n{font-size:12px;line-height:1.4;color:var(--ink2)}
    nav{display:flex;flex-wrap:wrap;gap:4px 18px;padding:14px 0 0;font-size:13.5px}
    nav a{color:var(--ink2);text-decoration:none;padding:3px 0}nav a:hover{color:var(--ink);text-decoration:underline}
    section{margin-top:60px;scroll-margin-top:16px}
    section>header{border-top:1px solid var(--ink);padding-top:9px;margin-bottom:16px}
    .att{list-style:none;counter-reset:a;margin:0;padding:0;display:grid;grid-template-columns:1fr 1fr;gap:18px 40px}
    .att li{counter-increment:a;position:relative;padding-left:32px}
    .att li:before{content:counter(a);position:absolute;left:0;top:-3px;font:600 22px/1.3 var(--serif);color:var(--ink2)}
    .att a{font-weight:600;font-size:16px;line-height:1.35;text-decoration:none}.att a:hover{text-decoration:underline}
    .att p{margin:3px 0 0;font-size:14px;color:var(--ink2)}
    footer{margin-top:64px;border-top:1px solid var(--rule);padding-top:12px}

    """

  private static let tables = """
    figure{margin:0}.scroll{overflow-x:auto}
    .trade svg{display:block;width:100%;max-width:680px;height:auto}.trade .nar{display:none}.after{margin-bottom:18px}
    .trade .grid{stroke:var(--rule);fill:none}.trade text{font:13.5px var(--sans);fill:var(--ink)}
    .trade .ax,.trade .axt{font-size:12px;fill:var(--ink2)}.trade .pickl{font-weight:700}
    .trade .lb{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
    .other{fill:var(--paper);stroke:var(--ink2);stroke-width:2}.pick{fill:var(--ink);stroke:var(--ink);stroke-width:2}
    table{border-collapse:collapse;width:100%}
    th,td{padding:6px 8px;text-align:right;vertical-align:middle;font-size:14px;line-height:1.3;unicode-bidi:isolate}
    th{font-weight:400;overflow-wrap:anywhere}thead td{border-bottom:1px solid var(--mid)}
    thead th{font-size:12px;color:var(--ink2);vertical-align:bottom;border-bottom:1px solid var(--mid);\
    overflow-wrap:normal}
    tbody th,tfoot th,thead th:first-child{text-align:left}tbody tr{border-bottom:1px solid var(--rule)}
    tfoot td,tfoot th{border-top:1px solid var(--mid)}th:first-child,td:first-child{padding-left:0}
    td small,th small{display:block;font-size:12px;color:var(--ink2);line-height:1.35;font-weight:400}
    .l{text-align:left!important}.bar{display:block;width:100%;height:11px}.wide{width:30%}
    .low th,.low td,.tot,tfoot .sum{font-weight:600}
    .matrix{table-layout:fixed}.matrix td,.matrix th{padding:0 2px;height:38px}
    .matrix th:first-child,.matrix thead td:first-child{width:17%}
    .matrix td{position:relative;text-align:center;border-left:3px solid var(--paper);border-bottom:3px solid var(--paper)}
    .matrix tbody tr,.matrix thead td,.matrix tfoot td,.matrix tfoot th{border-top:0}
    .matrix tbody tr,.matrix thead td{border-bottom:0}
    .matrix thead th{text-align:center;padding-bottom:6px;border:0;overflow-wrap:anywhere}
    .matrix .abbr{display:none;text-decoration:none}.matrix.many .full{display:none}.matrix.many .abbr{display:inline}
    .matrix.many td,.matrix.many th{font-size:11.5px;letter-spacing:-.03em}.matrix th:first-child{padding-left:0}.zero{color:var(--ink2)}
    .t1{background:var(--t1)}.t2{background:var(--t2)}.t3{background:var(--t3)}
    .t4{background:var(--t4);color:var(--ton)}.t5{background:var(--t5);color:var(--ton)}
    .bond{position:absolute;left:0;bottom:0;width:100%;height:4px;display:block}
    .axis div{display:flex;justify-content:space-between}.fair th:first-child{width:22%}.fair .wide{width:36%}
    .score th,.score td{padding:6px 5px}.score th:first-child{white-space:nowrap}
    .score tr:has(+.say){border-bottom:0}.score .say td{padding-top:0;font-size:13px;color:var(--ink2);font-weight:400}
    .hit{background:var(--hit)}.hit td,.hit th{font-weight:600}.hit th{padding-left:6px}
    .budget td{text-align:center;width:11%;vertical-align:bottom;font-size:13px}.budget tbody tr{border:0}
    .budget .r{text-align:right}.budget thead th{text-align:center}.budget thead th.r{text-align:right}
    .budget thead th:first-child{text-align:left}.budget tbody td{padding-top:2px}.budget tbody th{vertical-align:bottom}
    .col{display:block;width:64%;height:40px;margin:0 auto 1px}.col.s{width:80%;height:32px}
    .unf th:first-child{width:27%}.unf .wide{width:12%}.unf td:last-child{width:19%}.unused th:first-child{width:30%}.unf td,.unf th{vertical-align:top}
    .unf thead th,.price thead th{vertical-align:bottom}.price th:first-child{width:38%}.unf .bar{margin-top:4px}.ledger .wide{width:15%}
    .proof{max-width:46em;margin-bottom:18px}.proof th:first-child{width:34%}.proof b,.proof small{white-space:nowrap}
    .rules code{display:inline-block;max-width:100%}.proof .l{padding-left:16px}

    """

  private static let flows = """
    .flow{display:block;width:100%;font:13.5px/1 var(--sans)}.flow text{fill:var(--ink);unicode-bidi:isolate}
    .flow .nm{font-weight:600}.flow .nu{font-size:13px}.flow .dim{fill:var(--ink2)}
    .fn{fill:var(--flow);fill-opacity:.75;stroke:var(--flow);stroke-width:.5}\
    .fb{fill:var(--fbond);fill-opacity:.62;stroke:var(--don);stroke-width:.7}
    .hair{fill:none;stroke-width:.8}.fn.hair{stroke:var(--mid)}.fb.hair{stroke:var(--don)}
    .flow.narrow{display:none;max-width:520px;margin:0 auto;font-size:12.5px}.flow.narrow .nu{font-size:12px}

    """

  private static let parts = """
    .ph,.pairs summary{display:grid;grid-template-columns:32px 250px 72px 1fr 64px 76px;gap:0 10px;align-items:center}
    .ph{font-size:12px;color:var(--ink2);border-bottom:1px solid var(--mid);padding-bottom:4px;padding-right:22px}
    .am,.be,.pn{text-align:right}.be2{grid-column:4/6;text-align:right}
    .pairs{list-style:none;margin:0;padding:0}.pairs>li{border-bottom:1px solid var(--rule)}
    summary{cursor:pointer;padding:8px 22px 8px 0;list-style:none;position:relative;font-size:14px;line-height:1.3}
    summary::-webkit-details-marker{display:none}
    summary:after{content:"";position:absolute;right:4px;top:50%;width:6px;height:6px;margin-top:-5px;\
    border:solid var(--ink2);border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
    details[open]>summary:after{transform:rotate(-135deg);margin-top:-1px}summary:hover{background:var(--hit)}
    .rk,.ar{color:var(--ink2)}.who{overflow-wrap:anywhere}.who .d,.who .r{font-weight:600;unicode-bidi:isolate}
    .who .d{color:var(--don)}.who .r{color:var(--rec)}
    .body{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 40px;padding:0 0 18px 40px}
    .body .h4:first-child{margin-top:6px}.body ul{margin:0;padding-left:1.1em;font-size:14px}.body li{margin:2px 0}
    .body table th,.body table td{font-size:13.5px;padding:5px 6px}.body table th{padding-left:0}
    .years{margin-top:10px;table-layout:fixed}.years td{text-align:center}.years tr{border:0}
    .by{font:inherit;color:inherit;text-align:inherit;background:none;border:0;margin:0;padding:5px 0;cursor:pointer;\
    min-height:24px;overflow-wrap:break-word;max-width:100%}.by:hover{color:var(--ink);text-decoration:underline;text-underline-offset:3px}
    .by[data-order]:not([data-order=""]){color:var(--ink);font-weight:600}
    .by[data-order=ascending]:after{content:"\\2009↑"}.by[data-order=descending]:after{content:"\\2009↓"}
    .axis .by{width:100%}.find{margin:0 0 10px;font-size:13.5px;color:var(--ink2)}
    .find input{font:14px var(--sans);color:var(--ink);background:var(--paper);border:1px solid var(--mid);border-radius:4px;\
    padding:5px 9px;min-height:32px;width:18em;max-width:100%;margin:0 10px 0 6px}
    .pager{margin:12px 0 0;font-size:13.5px;color:var(--ink2)}.pager button{font:inherit;color:var(--ink);background:none;\
    border:1px solid var(--rule);border-radius:4px;padding:4px 12px;min-height:30px;cursor:pointer;margin:0 8px 0 0}
    .pager output+button{margin:0 0 0 8px}.pager button[aria-disabled=true]{color:var(--mid);cursor:default}
    .prob{margin:0;padding:0;list-style:none;columns:2;column-gap:40px}
    .prob li{border-left:3px solid var(--ink);padding:0 0 0 14px;margin-bottom:18px;break-inside:avoid}
    .prob li.hint{border-left-color:var(--rule)}.prob p{margin:3px 0 0;font-size:14px;overflow-wrap:anywhere}
    .prob .dim{font-size:12.5px}.rules{margin:0;padding-left:1.3em;font-size:14px}.rules li{margin:6px 0;overflow-wrap:anywhere}

    """

  private static let narrow = """
    @media screen and (max-width:760px){.page{padding:14px 15px 48px}h1{font-size:31px}h2{font-size:21px}
    .lead{font-size:17.5px}.flow.wide{display:none}.flow.narrow{display:block}.kf{grid-template-columns:1fr 1fr;gap:18px 16px}.kf .v{font-size:27px}
    .att{grid-template-columns:1fr}section{margin-top:46px}.opt{display:none}.prob{columns:1}
    .trade .wid{display:none}.trade .nar{display:block}.proof small{white-space:normal}
    th,td{font-size:13px;padding:6px 4px}.matrix td,.matrix th{font-size:12px;height:36px;padding:0}
    .matrix th:first-child,.matrix thead td:first-child{width:19%}.matrix .full{display:none}
    .matrix .abbr{display:inline}.matrix td{border-left-width:2px;border-bottom-width:2px}
    .matrix:has(th:nth-child(9)) td:last-child,.matrix:has(th:nth-child(9)) thead th:last-child{width:12.5%}
    .matrix .tot,.matrix tfoot td{letter-spacing:-.02em}.matrix.many{min-width:980px}.matrix.many th:first-child,\
    .matrix.many thead td:first-child{width:17%}.score th:first-child{white-space:normal;overflow-wrap:break-word;min-width:4.5em}
    .fair th:first-child{width:26%}.fair .wide{width:28%}
    .budget td{font-size:11.5px;padding:6px 1px;width:auto}.budget th:first-child{width:21%}.budget th{overflow-wrap:break-word}.col{width:80%}
    .score th,.score td{padding:6px 3px}
    .ph,.pairs summary{grid-template-columns:28px 1fr 60px 62px;gap:3px 8px}.bb,.pn,.ph .be2{display:none!important}
    .ph .be3{display:block}.body{grid-template-columns:minmax(0,1fr);padding-left:22px}
    .unf .wide{width:20%}.ledger .wide{width:17%}}
    @media not screen{.be3{display:none}}@media screen and (min-width:761px){.be3{display:none}}

    """

  private static let print = """
    @media print{@page{size:A4;margin:14mm 13mm 15mm}:root{--paper:#fff}
    body{font-size:9.6pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    .page{max-width:none;padding:0}nav,.sw,.skip,summary:after,.find,.pager,.by:after{display:none}.unpaged[hidden]{display:block}.by{padding:0;min-height:0}
    section{margin-top:22pt}section>header{break-after:avoid;break-inside:avoid;margin-bottom:8pt}
    #attention,#flows,#matrix,#plans,#weights,#ledger,#estimates,#proof{break-inside:avoid}\
    #flows,#attention+#matrix{break-before:page}#flows{margin-top:0}.flow.narrow{display:none}.flow.wide{max-height:230mm}
    h3,h3+.sub,.ph{break-after:avoid}figure,tr,.pairs>li,.att li,.prob li,.kf{break-inside:avoid}
    figure:has(.unf),figure:has(.budget),figure:has(.fair),figure:has(.score){break-inside:auto}
    tr:has(+.say){break-after:avoid}.trade .wid{display:none}.trade .nar{display:block;max-width:320px}
    thead{display:table-header-group}tfoot{display:table-row-group}
    h1{font-size:26pt}h2{font-size:15pt}h3{font-size:12pt}.h4{font-size:8.2pt}.lead{font-size:12.5pt}
    .sub,.att p,.prob p{font-size:9pt}.att a{font-size:10.5pt}.kf .v{font-size:19pt}.kf{gap:0 12px}
    .kf dt,.kf .n,.kf .v i,.note,.meta,footer{font-size:8pt}th,td,summary,.body ul,.rules{font-size:8.6pt}
    thead th,td small,th small,.ph{font-size:7.6pt}th,td{padding:3.4pt 5pt}.matrix td,.matrix th{height:17pt}.matrix.many td,.matrix.many th{font-size:7pt}
    .budget .col{height:32px}.budget td,.budget th{padding-top:1pt;padding-bottom:2pt}
    .score .say td{font-size:8pt}.rules code{font-size:8pt}
    footer{margin-top:12pt;break-before:avoid}summary{padding:4pt 0}.ph{padding-right:0}.scroll{overflow:visible}
    .body table th,.body table td,.body ul{font-size:8.2pt}a{text-decoration:none}}
    """
}
