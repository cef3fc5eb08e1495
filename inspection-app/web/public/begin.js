/*
 * Lets the frame of the page be drawn before the application, large as it is, takes the processor: its files are on
 * their way meanwhile. A page that nobody sees draws nothing, and begins at once.
 */
(() => {
  const { app } = document.currentScript.dataset;
  const begin = () => import(app);
  if (document.hidden) begin();
  else requestAnimationFrame(() => setTimeout(begin));
})();
