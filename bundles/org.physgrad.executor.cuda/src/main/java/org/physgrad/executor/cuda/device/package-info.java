/** One GPU: its memory, its kernels, compiled when they are needed, and recordings of what it is to run. */
package org.physgrad.executor.cuda.device;
