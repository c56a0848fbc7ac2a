/// The page's only script: it switches the language and opens the first pairings for print. Everything can be read without it.
package enum Script {
  package static let text = """
    (function(){var h=document.documentElement,b=[].slice.call(document.querySelectorAll('.sw button'));
    function set(l){h.lang=l;b.forEach(function(x){x.setAttribute('aria-pressed',String(x.dataset.l===l))})}
    b.forEach(function(x){x.addEventListener('click',function(){set(x.dataset.l)})});
    function named(){if(/^#zh/.test(location.hash))set('zh-Hans');if(/^#en/.test(location.hash))set('en')}
    addEventListener('hashchange',named);named();
    var was=[];addEventListener('beforeprint',function(){
    was=[].slice.call(document.querySelectorAll('details.pr:not([open])'));was.forEach(function(d){d.open=true})});
    addEventListener('afterprint',function(){was.forEach(function(d){d.open=false})})})();
    """
}
