// Which keruen made a result.
import { version } from '../../../package.json';

export { version };
