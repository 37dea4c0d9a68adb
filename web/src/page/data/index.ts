// SPDX-License-Identifier: MIT
// What other rooms show of this one: which data is chosen, and how far it is loaded.
import './data-picker.ts';
import './data-status.ts';
