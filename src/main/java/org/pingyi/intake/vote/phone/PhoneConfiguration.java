package org.pingyi.intake.vote.phone;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One writer of messages for each use of codes. */
@Configuration
class PhoneConfiguration {

	@Bean
	CodeMessages voteCodes(SentCodes codes, MessageSource messages) {
		return new CodeMessages(CodeUse.VOTE, codes, messages);
	}

	@Bean
	CodeMessages reviewCodes(SentCodes codes, MessageSource messages) {
		return new CodeMessages(CodeUse.REVIEW, codes, messages);
	}

}
