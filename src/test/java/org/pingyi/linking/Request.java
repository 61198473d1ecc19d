package org.pingyi.linking;

import java.time.ZonedDateTime;

/** A request as the proxy receives it. */
record Request(ZonedDateTime at, String address, String method, String path, int status) {
}
