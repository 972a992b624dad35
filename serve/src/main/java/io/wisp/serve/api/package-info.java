/** The routes of the workbench. */
package io.wisp.serve.api;
