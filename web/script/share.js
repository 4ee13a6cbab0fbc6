// Sharing: by the system's own sheet, else by the clipboard, else by a field to
// copy from. The address is the host's, else the one that the story is
// published at, else the page's own; the story's own leads to the event shown.

function makeShare(words, eventNow) {
  const button = at("share"), field = at("share-address");
  const name = button.textContent;
  let given = "";

  function address() {
    if (given) return given;
    const event = eventNow();
    return (button.dataset.url || location.href).split("#")[0].replace(button.dataset.url ? "" : /\?.*$/, "") + (event ? "#" + event : "");
  }

  let timer = 0;
  function copied() {
    at("live").textContent = button.textContent = words.copied;
    clearTimeout(timer);
    timer = setTimeout(() => { button.textContent = name; }, 4000);
  }

  button.addEventListener("click", async () => {
    const data = { title: document.title, url: address() };
    if (navigator.share && (!navigator.canShare || navigator.canShare(data))) {
      try {
        return await navigator.share(data);
      } catch (error) {
        if (error.name === "AbortError") return; // the reader thought better of it
      }
    }
    try {
      await navigator.clipboard.writeText(data.url);
      copied();
    } catch {
      field.value = data.url;
      at("share-field").hidden = false;
      field.focus();
      field.select();
    }
  });

  return {
    // at sets the address that a host wants shared.
    at(value) {
      given = "";
      try {
        const url = new URL(String(value));
        if (url.protocol === "https:" || url.protocol === "http:") given = url.href;
      } catch {} // none, or no address
    },
  };
}
