/** Long work: commands of Wisp, run one after the other as processes of their own. */
package io.wisp.serve.job;
