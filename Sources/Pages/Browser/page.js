// Switches the language, leads the keyboard into what scrolls, and opens the first pairings for print. Everything can be read without it.
(function () {
  'use strict';
  var root = document.documentElement;
  var buttons = [].slice.call(document.querySelectorAll('.sw button'));

  function speak(language) {
    root.lang = language;
    buttons.forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.dataset.l === language));
    });
  }

  function speakAsNamed() {
    if (/^#zh/.test(location.hash)) speak('zh-Hans');
    if (/^#en/.test(location.hash)) speak('en');
  }

  buttons.forEach(function (button) {
    button.addEventListener('click', function () { speak(button.dataset.l); });
  });
  addEventListener('hashchange', speakAsNamed);
  speakAsNamed();

  // What scrolls sideways inside itself can be reached by the keyboard.
  function reach() {
    [].forEach.call(document.querySelectorAll('.scroll'), function (box) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; else box.removeAttribute('tabindex');
    });
  }
  addEventListener('resize', reach);
  reach();

  var opened = [];
  addEventListener('beforeprint', function () {
    opened = [].slice.call(document.querySelectorAll('details.pr:not([open])'));
    opened.forEach(function (details) { details.open = true; });
  });
  addEventListener('afterprint', function () {
    opened.forEach(function (details) { details.open = false; });
  });
})();
