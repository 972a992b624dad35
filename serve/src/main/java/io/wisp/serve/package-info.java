/** The workbench: opens a project and serves it to a browser. */
package io.wisp.serve;
