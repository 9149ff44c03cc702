// What a source may import besides the files of its own unit. Nothing is ever read from a disk or a network.

/** By the name that it is imported by. */
export const bundled = {
  'course/Guard.sol': `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// A lock on the functions marked \`guarded\`: none of them can be entered while another is under way.
abstract contract Guard {
    bool private entered;

    modifier guarded() {
        require(!entered, "entered twice");
        entered = true;
        _;
        entered = false;
    }
}
`,
};
