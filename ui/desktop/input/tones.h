// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema::desktop {

/// What a scan sounds like (ux.md 2.5). Never the only sign: line and strip say the same to the eyes.
class Tones
{
public:
    virtual ~Tones() = default;

    /// One short tone: the code led to an item.
    virtual void found() = 0;
    /// Two tones: nobody knows the code.
    virtual void notFound() = 0;
    /// Three tones: the code could not be taken now.
    virtual void refused() { notFound(); }
};

} // namespace crema::desktop
