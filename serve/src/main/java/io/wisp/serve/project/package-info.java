/** What a project keeps: its database, scans and labels. */
package io.wisp.serve.project;
