/** The network executor {@code cuda}: networks as recorded kernels on an NVIDIA GPU. */
package org.physgrad.executor.cuda;
