/** One compiler per kind of layer or vertex of a DL4J graph. */
package org.physgrad.executor.cuda.layers;
