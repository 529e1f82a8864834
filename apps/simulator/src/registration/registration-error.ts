/** Something that keeps NEs from being registered and does not go away by waiting; the message is for people. */
export class RegistrationError extends Error {
  override readonly name = 'RegistrationError';
}
