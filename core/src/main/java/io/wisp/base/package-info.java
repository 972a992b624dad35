/** What every package shares: files written whole, locks, CSV, JSON and YAML. */
package io.wisp.base;
