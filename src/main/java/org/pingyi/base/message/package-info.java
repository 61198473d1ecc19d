/**
 * Messages to people. {@link org.pingyi.base.message.SmsOrders} takes orders for short
 * messages, which modules write through {@link org.pingyi.base.message.SmsWriter} when
 * their turn comes; {@link org.pingyi.base.message.SmsBudget} bounds them by the hour.
 */
@ApplicationModule(id = "message", allowedDependencies = { "secret", "audit", "web", "web :: workload" })
@NullMarked
package org.pingyi.base.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
