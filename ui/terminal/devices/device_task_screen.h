// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/devices/device_task_presenter.h"
#include "ui/terminal/application/list_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// What is being done about a device, step by step: a place, a code, a name, or the question before one is shut out.
/// Leaving the screen leaves it undone.
class DeviceTaskScreen final : public ListScreen
{
    Q_OBJECT

public:
    DeviceTaskScreen(Navigator &navigator, Clock &clock, MenuEnter enter, DeviceTaskPresenter &task);
    ~DeviceTaskScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] bool isWorking() const override { return m_task.isBusy(); }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    bool back() override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QString promptText() const;
    [[nodiscard]] QList<TextLine> lines() const;

    DeviceTaskPresenter &m_task;
    std::optional<ShutOutReason> m_reason; ///< chosen, and to be confirmed
    std::optional<LocationId> m_target;    ///< chosen, and its register to be told
    QString m_said;                        ///< the problem that was told last
};

} // namespace crema::terminal
