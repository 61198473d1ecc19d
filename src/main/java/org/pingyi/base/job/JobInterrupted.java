package org.pingyi.base.job;

/** The node stops: another one begins the job anew. */
class JobInterrupted extends RuntimeException {

}
