/// What the pages of state add to the style sheet of all pages.
enum StatusStyle {
  static let sheet = """
    .kf4{grid-template-columns:repeat(4,1fr)}.go{margin:16px 0 6px;font-size:15px}.go a{margin-right:18px;font-weight:600}
    .files th:first-child{width:30%}.files td,.files th,.runs td,.runs th{vertical-align:top}
    .files thead th,.runs thead th{vertical-align:bottom}.runs th:first-child{width:17%}.runs td:nth-child(2){width:38%}
    .runs .hit td,.runs .hit th{font-weight:400}.runs .hit th{font-weight:600}
    .ch,.at,.pf summary{overflow-wrap:anywhere}.ch div{margin-bottom:2px}td{overflow-wrap:break-word}
    .rounds th:first-child{width:36%}.rounds td,.rounds th{vertical-align:top}.rounds .low td{font-weight:400}
    .rounds .low td:nth-child(4){font-weight:600}
    .files .low td{font-weight:400}.files .low td.l,.files .low td a{font-weight:600}
    .pf{border-top:1px solid var(--rule)}.pf:last-of-type{border-bottom:1px solid var(--rule)}.pf summary{padding-left:2px;font-size:15px}
    .pf .file{display:inline-block;margin:4px 18px 8px 2px;font-size:14px}
    .causes{list-style:none;margin:4px 0 18px;padding:0}
    .causes>li{border-left:3px solid var(--ink);padding:0 0 0 14px;margin:0 0 16px 2px;break-inside:avoid-page}
    .causes>li.hint{border-left-color:var(--rule)}.causes p{margin:2px 0;font-size:15px;max-width:62em;overflow-wrap:anywhere}
    .causes p.dim{font-size:13px}.at{list-style:none;margin:5px 0 0;padding:0;display:flex;flex-wrap:wrap;gap:3px 20px;font-size:13.5px}
    .at code{font-size:13px;white-space:normal}
    .late{border-left:3px solid var(--ink);padding-left:14px;font:600 15px/1.5 var(--sans)}
    .steps{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:4px 26px;font-size:14px}
    .steps .now{font-weight:600}.steps .now .dim{font-weight:400}
    .edits{margin:8px 0 0;padding-left:1.6em;font-size:14px;max-width:62em}.edits li{margin:5px 0;overflow-wrap:anywhere}
    .was{max-width:46em;margin-top:6px}.was th:first-child{width:50%}.was td,.was th{vertical-align:top}.was thead th{vertical-align:bottom}
    .was .gone th,.was .gone td{font-weight:600}.was .d,.came .d{color:var(--don)}.was .r,.came .r{color:var(--rec)}.was .d,.was .r{unicode-bidi:isolate}
    .came summary{padding:3px 22px 3px 0;font-size:13px;display:inline-block}.came ul{margin:2px 0 6px;padding-left:1.1em;font-size:13px}
    .names{margin:8px 0 0;font-size:13.5px;overflow-wrap:anywhere;max-width:62em}.names b{font-weight:600}
    @media screen and (max-width:760px){.kf4{grid-template-columns:1fr 1fr}.files th:first-child{width:42%}
    .runs th:first-child{width:25%}}
    @media print{.go{display:none}.causes p,.at{font-size:9pt}}

    """
}

/// Loads the page anew from time to time, without losing the reader's place, language or folded parts; says to the
/// pages it leads to which language to open in. Without it the page still loads anew, by its head.
enum StatusScript {
  static let text = """

    (function(){var h=document.documentElement,t=1000*h.dataset.refresh,s=history.state;
    function all(q){return [].slice.call(document.querySelectorAll(q))}
    function zh(){return h.lang.slice(0,2)==='zh'}
    function to(z){if(z!==zh())document.querySelector('.sw [data-l='+(z?'zh-Hans':'en')+']').click()}
    function late(){all('[data-late]').forEach(function(p){p.hidden=!(Date.now()-Date.parse(p.dataset.late)>6e4)})}
    late();setInterval(late,5e3);
    function mark(e){return e&&e!==document.body?[e.tagName,e.id,e.getAttribute('href'),e.dataset.l,(e.textContent||'').slice(0,200)].join('|'):''}
    if(s&&s.jetb){to(s.zh);all('details[data-k]').forEach(function(d){if(d.dataset.k in s.open)d.open=s.open[d.dataset.k]});
    if(s.at)all('a,summary,button').some(function(e){return mark(e)===s.at&&(e.focus({preventScroll:true}),1)});
    scrollTo({top:s.y,behavior:'instant'})}
    else if(!/^#(zh|en)/.test(location.hash)&&/^zh/i.test(navigator.language))to(true);
    all('a[data-p]').forEach(function(a){a.addEventListener('click',function(){a.hash=zh()?'zh':'en'})});
    function again(){if(document.hidden||String(getSelection())){setTimeout(again,t);return}
    var open={};all('details[data-k]').forEach(function(d){open[d.dataset.k]=d.open});
    history.replaceState({jetb:1,zh:zh(),y:scrollY,open:open,at:mark(document.activeElement)},'');location.reload()}
    if(t)setTimeout(again,t)})();
    """
}
