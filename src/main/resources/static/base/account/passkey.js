// Asks the device for a passkey when a form marked for it is sent. Without one the page's code does.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const listed = (credentials) => credentials.map((one) => ({ ...one, id: bytes(one.id) }));

const challenge = async (form) => {
  const answer = await fetch(form.dataset.passkey, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  // The sign-in or the session is over: the page itself says so.
  if (!answer.ok || answer.redirected) location.reload();
  const options = await answer.json();
  return { ...options, challenge: bytes(options.challenge) };
};

const make = (options) => navigator.credentials.create({ publicKey: {
  ...options,
  user: { ...options.user, id: bytes(options.user.id) },
  excludeCredentials: listed(options.excludeCredentials),
} });

const use = (options) => navigator.credentials.get({ publicKey: {
  ...options,
  allowCredentials: listed(options.allowCredentials),
} });

const send = (form, { id, response }) => {
  const said = { ...(response.getTransports && { transports: response.getTransports().join() }), credential: id };
  for (const field of form.querySelectorAll("input[data-from-device]")) {
    field.value = said[field.name] ?? (response[field.name] ? text(response[field.name]) : "");
  }
  form.submit();
};

// A second click would void the challenge of the first.
let asking = false;
addEventListener("pageshow", () => { asking = false; });

const ask = async (form) => {
  if (asking) return;
  // The device is not bothered for what the server refuses anyway.
  if (form.elements.namedItem("name")?.value.trim() === "") return form.submit();
  const failed = form.querySelector("[data-failed]");
  failed.hidden = true;
  asking = true;
  try {
    const options = await challenge(form);
    send(form, await (options.user ? make(options) : use(options)));
  } catch {
    // Cancelled, timed out or not known to this device: the browser says no more.
    failed.hidden = false;
    asking = false;
  }
};

document.querySelectorAll("form[data-passkey]").forEach((form) => {
  if (!window.PublicKeyCredential || location.origin !== form.dataset.origin) return;
  form.hidden = false;
  form.nextElementSibling.hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form);
  });
});
