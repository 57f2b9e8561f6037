// Stands in for node-fetch, which tfjs would load where `fetch` is missing. Text Twin never fetches.
module.exports = () => Promise.reject(new Error('Text Twin makes no network requests'));
