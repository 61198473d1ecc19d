package org.pingyi.intake.review;

/** Published inside the transaction of a sign-off, and heard after its commit. */
record SheetSigned(long invitation) {
}
