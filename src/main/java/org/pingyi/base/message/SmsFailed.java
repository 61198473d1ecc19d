package org.pingyi.base.message;

/** A message that the gateway did not take, as far as anybody knows. */
class SmsFailed extends Exception {

	private final Kind kind;

	SmsFailed(Kind kind) {
		super(kind.name());
		this.kind = kind;
	}

	Kind kind() {
		return this.kind;
	}

	/** What went wrong, without any content of the message. */
	enum Kind {

		/** No connection came about: surely not sent. */
		UNREACHABLE(false),
		/** The gateway asked to come back later (429, 503): surely not sent. */
		BUSY(false),
		/** The gateway refused (other 4xx): surely not sent, and not for want of luck. */
		REFUSED(false),
		/** The gateway answered that all is well, and its body says otherwise. */
		DENIED(false),
		/** The gateway failed inside (5xx): perhaps sent. */
		BROKEN(true),
		/** The connection broke or the time ran out: perhaps sent. */
		NO_ANSWER(true);

		private final boolean unsure;

		Kind(boolean unsure) {
			this.unsure = unsure;
		}

		/** Whether the message may be on its way all the same. */
		boolean unsure() {
			return this.unsure;
		}

		/** Whether another attempt can help and cannot send twice. */
		boolean worthAnother() {
			return this == UNREACHABLE || this == BUSY;
		}

	}

}
