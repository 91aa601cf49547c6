/** Password of every account of the demo. */
export const DEMO_PASSWORD = 'satudata-demo';

/** Accounts of the demo, as a sentence lists them. */
export const DEMO_ACCOUNTS = 'admin, reviewer, asesor1 … asesor6, surabaya, pacitan, dinkes, gubernur';
