/** Files of arrays: NumPy's format, and files that are written whole or not at all. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.physgrad.files;
