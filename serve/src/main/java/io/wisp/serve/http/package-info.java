/** Requests and answers: routes, who may ask, uploads, events. */
package io.wisp.serve.http;
