// CommonJS, for the SDK loads it by path with require() in the client and the worker, and bundles it into the workflow.
const { DefaultFailureConverter } = require('@temporalio/common');

// Messages and stack traces become payloads, which the codec then encrypts; only a failure's type stays readable.
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
