/** What views that draw have in common. */
package org.physgrad.workbench.pictures;
