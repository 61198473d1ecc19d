package org.pingyi.base.message;

import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Service;

/** Stands where a city has set no gateway: nothing is sent, and it says so. */
@Service
@Fallback
class NoSms implements SmsGateway {

	@Override
	public String name() {
		return "none";
	}

	@Override
	public boolean isSet() {
		return false;
	}

	@Override
	public void send(Sms message) throws SmsFailed {
		throw new SmsFailed(SmsFailed.Kind.UNREACHABLE);
	}

}
