/** Start-up and settings of the numerics platform, the same inside OSGi and on a plain class path. */
package org.physgrad.ml;
