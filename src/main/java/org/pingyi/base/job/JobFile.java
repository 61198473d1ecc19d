package org.pingyi.base.job;

/**
 * The result of a job.
 *
 * @param name by which it is saved
 * @param type its media type
 * @param size bytes
 * @param confidential whether to take it stands in the trail
 * @param once whether it is erased as soon as it was taken
 */
public record JobFile(String name, String type, long size, boolean confidential, boolean once) {
}
