/** Files of arrays in the formats that users have, and files that are written whole or not at all. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.7.0")
package org.physgrad.files;
