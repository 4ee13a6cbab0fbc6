// The hint: how to move the map, said in passing to a reader who has just
// tried in a way that moves the page. It is chosen by what the reader used,
// fades by itself and lets everything through.

const hintSpan = 2200; // milliseconds

function makeHint(words) {
  const plate = at("hint");
  const system = (navigator.userAgentData || navigator).platform || "";
  const apple = /mac|iphone|ipad/i.test(system);
  let timer = 0, knows = false, told = false;

  function say(text) {
    plate.textContent = text;
    plate.classList.add("shown");
    clearTimeout(timer);
    timer = setTimeout(hide, hintSpan);
  }
  const hide = () => plate.classList.remove("shown");

  return {
    touch() { if (!knows) say(words.fingers); },
    // wheel is for one who scrolls on the map. Most of them want the page, so
    // it is said once, and again only on a map that the reader has taken over.
    wheel(away) {
      if (knows || told && !away) return;
      told = true;
      say(apple ? words.wheelApple : words.wheel);
    },
    // known says that the reader has found the way.
    known() {
      knows = true;
      hide();
    },
  };
}
