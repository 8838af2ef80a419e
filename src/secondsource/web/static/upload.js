// Shows how much of an upload has been sent. Without this the form sends itself as any other.
for (const form of document.querySelectorAll("form[data-upload]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const bar = form.querySelector("progress");
    const button = form.querySelector("button");
    const request = new XMLHttpRequest();
    const restore = () => { bar.hidden = true; button.disabled = false; };
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = sent.loaded / sent.total;
    });
    request.addEventListener("load", () => {
      if (request.status === 200) {
        location.assign(request.responseURL);
        return;
      }
      const answer = new DOMParser().parseFromString(request.responseText, "text/html");
      const problem = answer.querySelector(".problem");
      form.querySelector("[data-problem]").textContent = problem ? problem.textContent : request.status;
      restore();
    });
    request.addEventListener("error", () => {
      form.querySelector("[data-problem]").textContent = form.dataset.upload;
      restore();
    });
    bar.hidden = false;
    button.disabled = true;
    request.send(new FormData(form));
  });
}
