/** A training run inside another program, without OSGi. */
package org.physgrad.examples;
