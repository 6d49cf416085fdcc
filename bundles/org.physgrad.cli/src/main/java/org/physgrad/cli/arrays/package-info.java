/** Commands that work on the user's own arrays, and that check parts. */
package org.physgrad.cli.arrays;
