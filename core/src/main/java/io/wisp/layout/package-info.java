/** The layouts of data sets that Wisp knows: BraTS, CHAOS, TCGA-LGG, pictures in class folders. */
package io.wisp.layout;
