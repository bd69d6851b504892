-- What Neovim shows of the demo graph by the commands that people type. Run by ./run in a copy of the graph.
local patience = tonumber(os.getenv('PATIENCE_MS'))
local wrong = 0

--- Prints whether something comes to hold in time.
local function check(what, holds)
  local fine, came = pcall(vim.wait, patience, holds, 50)
  if fine and came then
    io.stdout:write('ok ' .. what .. '\n')
  else
    io.stdout:write('WRONG ' .. what .. (fine and '' or ': ' .. tostring(came)) .. '\n')
    wrong = wrong + 1
  end
end

--- Opens a page of the graph and goes to a text in it.
local function go(page, text)
  vim.cmd('silent! cclose | silent! lclose')
  vim.cmd('edit ' .. vim.fn.fnameescape(page))
  vim.fn.cursor(1, 1)
  assert(vim.fn.search('\\V' .. text, 'cW') > 0, page .. ' has no ' .. text)
end

--- Does what a user's command does; without a server it may fail, which the check behind it then tells.
local function command(name, ...)
  vim.fn.setqflist({})
  vim.fn.setloclist(0, {})
  pcall(vim.lsp.buf[name], ...)
end

--- The lists that Neovim shows places in, as one text.
local function listed()
  local places = vim.list_extend(vim.fn.getqflist(), vim.fn.getloclist(0))
  local lines = vim.tbl_map(function(place)
    return vim.fn.bufname(place.bufnr) .. ':' .. place.lnum .. ' ' .. place.text
  end, places)
  return table.concat(lines, '\n')
end

local function lists(...)
  local expected = { ... }
  return function()
    local text = listed()
    return vim.tbl_isempty(vim.tbl_filter(function(part) return not text:find(part, 1, true) end, expected))
  end
end

--- The text of the window that floats over the page; empty without one.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
  return ''
end

go('journals/2026_11_07.md', '((1cd1f297')
check('diagnostics, each once', function()
  local times = 0
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.lnum == 4 and found.message:find('No block in this graph has the id 1cd1f297', 1, true) then times = times + 1 end
  end
  return times == 1
end)

go('pages/Baking schedule.md', '((f283896a')
command('hover')
check('hover', function()
  local text = floating()
  return text:find('Dough for one loaf', 1, true) and text:find('450 g bread flour', 1, true)
end)

command('definition')
check('definition', function()
  return vim.fn.expand('%:t') == 'Sourdough.md' and vim.api.nvim_get_current_line() == '- Dough for one loaf'
end)

go('pages/Keyboard layout.org', '((997a1f0c')
command('definition')
check('definition from an Org page', function()
  return vim.fn.expand('%:e') == 'md' and vim.fn.search('id:: 997a1f0c', 'n') > 0
end)

go('pages/Sourdough.md', 'id:: b124d05e')
command('references', { includeDeclaration = false })
check('references', lists('pages/Sourdough.md:41', 'pages/Baking schedule.md:12', 'journals/2026_10_10.md:2'))

go('pages/Sourdough.md', 'Starter')
command('document_symbol')
check('symbols of a page', lists('Starter', 'Hydration'))

go('pages/Sourdough.md', 'Starter')
command('workspace_symbol', 'sourd')
check('symbols of the graph', lists('pages/Sourdough.md:1 '))

vim.cmd(wrong == 0 and 'qall!' or 'cquit 1')
