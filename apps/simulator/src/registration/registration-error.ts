/** Something that keeps NEs from being registered and does not go away by waiting; the message is for people. */
export class RegistrationError extends Error {
  override readonly name = 'RegistrationError';
}

/** Why nothing can be registered where nobody says as whom. */
export const NO_PASSWORD = '--register needs a password: set OMC_PASSWORD or OMC_ADMIN_PASSWORD';
