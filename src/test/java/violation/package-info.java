/** Breaks each rule of the architecture once, to show that its test notices. */
package violation;
