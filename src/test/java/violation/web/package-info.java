/** Breaks the rules for pages. */
package violation.web;
