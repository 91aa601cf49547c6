/** Password of every account of the demo. */
export const DEMO_PASSWORD = 'satudata-demo';
