/**
 * Loaded before the server by a test: a question that the standard library never answers about one text, as if a fault of
 * ours had no end there. Everything else is as it was.
 */
const { includes } = String.prototype;
const isPoison = text => text.length < 1_000 && includes.call(text, 'a text without an end');

String.prototype.includes = function (...args) {
  while (args[0] === 'oneplan' && isPoison(String(this)));
  return includes.apply(this, args);
};
