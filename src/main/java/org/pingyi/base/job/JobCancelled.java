package org.pingyi.base.job;

/** Its owner wants a job stopped: nothing of it is stored. */
class JobCancelled extends RuntimeException {

}
